"""What of Companies House is due for each watched company on a day, and what asking for it costs.

A company's filing history is its change feed: nothing else on its file changes but by a filing. It
is looked at once a week, and daily for a company in trouble; what a new filing names is then asked
again. Twice more a company is asked without being named: the day after a due date (overdue begins
without a filing), and once in twenty months as an audit of the feed itself. All of it is pure.
"""

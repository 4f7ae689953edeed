"""Filed accounts as documents: tagged as three vendors' software tags them, or as images of pages.

What one filing tells (`told`) is laid out as pages (`composition`, of `printed` things) once,
whoever writes it down; `writers` turn pages into bytes. `document` is the way in.
"""

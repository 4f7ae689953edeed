"""Reading filed accounts: from the bytes of one document to its lines, words and gaps. Pure.

`tags` reads what software has marked; `printed` reads what a person sees on the page, from lines
that `visible` finds in a tagged document and `scans` in a picture; `wording` reads sentences;
`choosing` takes one value per line from all of these, and `checking` says what does not add up.
"""

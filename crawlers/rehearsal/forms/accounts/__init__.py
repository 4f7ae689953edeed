"""Filed accounts as documents: tagged as three vendors' software tags them, or as images of pages.

What is told (`told`) is laid out once as pages (`printed`, `composition`), whoever writes it down;
a vendor's writer (`digita`, `iris`, `caseware`) or the scanner (`scan`) turns the pages into bytes.
`document.document_body` is the way in.
"""

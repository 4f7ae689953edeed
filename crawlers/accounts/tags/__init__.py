"""What software has marked in a document: read to facts, and figures selected from them. Pure."""

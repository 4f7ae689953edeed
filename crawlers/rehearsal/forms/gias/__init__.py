"""The register of schools (Get Information about Schools): who is a school's proprietor.

The real register names a school's proprietor and gives no company number for it: its column
`CHNumber` is for providers of online education. So does this one.
"""

from crawlers.rehearsal.forms.gias.publisher import SchoolsFiles, SchoolsRegister

__all__ = ["SchoolsFiles", "SchoolsRegister"]

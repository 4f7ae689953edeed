"""As each publisher writes what is so.

A form is made of a world and a day, and holds nothing that its publisher would not have put out
by that day. What a publisher draws for itself (a typing slip, the number of a school) comes from
the seed and from what it is drawn for, so that it is the same whoever asks first.
"""

"""Handing articles out, evenly or by hand, and testing who is new."""

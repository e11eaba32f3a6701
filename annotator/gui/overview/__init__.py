"""The Overview: how far the work is and how good, in pages of figures that open what they count."""

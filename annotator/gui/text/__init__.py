"""The text of an article with its spans: laid out, drawn, pointed at, reshaped, labelled."""

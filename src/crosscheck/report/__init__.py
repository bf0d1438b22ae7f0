"""The report: results bound into prose, typeset by Quarto or by pandoc and Typst."""

"""A workbench for another event: sample texts and a commented codebook that run at once."""

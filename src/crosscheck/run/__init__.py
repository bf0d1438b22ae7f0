"""Running the notebooks: what is stale, and papermill in sequence."""

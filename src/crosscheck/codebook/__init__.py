"""The codebook: what is known of an event, as data that people write, read and validated."""

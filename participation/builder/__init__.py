"""Building questionnaires on screen: outline, preview and properties, kept as a draft until it is published."""

"""What QGIS reads: styles in its own form (QML)."""

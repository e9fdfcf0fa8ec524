"""What every place shares: commands, settings, keys, palette, themes, discretion, small dialogs. Knows no place."""

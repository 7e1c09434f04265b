enum PlaceholderNewsroom {}

"""Published client cases, answered as their people would, against what their advisers said."""

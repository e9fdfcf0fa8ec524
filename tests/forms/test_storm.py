"""No key, paste or click loses or alters what stands in a form."""

from tests.forms.storm import every

# Four searches, so that they run side by side.
test_one, test_two, test_three, test_four = every(50), every(50), every(50), every(50)

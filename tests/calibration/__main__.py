"""``python -m tests.calibration``: how the recommendation compares with the published advisers."""

import sys

from tests.calibration.measure import measure, report

if __name__ == "__main__":
    result = measure()
    sys.stdout.write(report(result))
    sys.exit(0 if result.good_enough else 1)

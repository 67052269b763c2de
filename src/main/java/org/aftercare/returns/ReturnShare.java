package org.aftercare.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of a product came back in a period: units received back over units sold, each counted in
 * the period itself, so that the share of a short period may exceed 100 per cent.
 */
record ReturnShare(long returned, long sold) {

  static final ReturnShare NONE = new ReturnShare(0, 0);

  ReturnShare plus(ReturnShare other) {
    return new ReturnShare(returned + other.returned, sold + other.sold);
  }

  /** In per cent with one decimal, rounded half up; empty if nothing was sold. */
  Optional<BigDecimal> percent() {
    return sold == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(returned)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(sold), 1, RoundingMode.HALF_UP));
  }
}

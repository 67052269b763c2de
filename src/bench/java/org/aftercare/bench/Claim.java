package org.aftercare.bench;

/** The claim for one order; each order is claimed once. */
record Claim(String orderNumber, String customerId, String serialNumber) {

  private static final int FIRST_ORDER = 9_000_001;

  /** The sandbox's bulk orders are counted like this. */
  static String orderNumber(int index) {
    return "O-" + (FIRST_ORDER + index);
  }
}

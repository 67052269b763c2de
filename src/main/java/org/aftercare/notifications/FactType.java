package org.aftercare.notifications;

/** Of which type a fact is, which decides how it is written; never what its value looks like. */
public enum FactType {
  /** Stands as it is. */
  TEXT,
  /** A day as ISO-8601. */
  DATE,
  /** A point in time as ISO-8601. */
  INSTANT,
  /** An amount and its currency, such as {@code 199.00 EUR}. */
  AMOUNT,
  /** A share in per cent, such as {@code 12.5}. */
  PERCENT,
  /** A country as ISO 3166 alpha-2. */
  COUNTRY,
  /** A code that the bundles put into words; one that they do not know stands as it is. */
  CODE
}

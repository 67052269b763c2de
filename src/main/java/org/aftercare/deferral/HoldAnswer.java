package org.aftercare.deferral;

/** What billing answers when it is to hold the dunning of an invoice. */
enum HoldAnswer {
  HELD,
  /** The invoice was paid or cancelled meanwhile. */
  PAID,
  /** A debt collector has the invoice, and only a person can call it back from there. */
  IN_COLLECTION
}

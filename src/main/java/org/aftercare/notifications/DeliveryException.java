package org.aftercare.notifications;

/** A message could not be handed over. */
class DeliveryException extends RuntimeException {

  private final String failure;
  private final boolean permanent;

  private DeliveryException(String failure, boolean permanent, Throwable cause) {
    super(failure, cause);
    this.failure = failure;
    this.permanent = permanent;
  }

  /** Trying again would give the same answer. */
  static DeliveryException permanent(String failure, Throwable cause) {
    return new DeliveryException(failure, true, cause);
  }

  /** It may work later. */
  static DeliveryException temporary(String failure, Throwable cause) {
    return new DeliveryException(failure, false, cause);
  }

  /** A code without personal data. */
  String failure() {
    return failure;
  }

  boolean isPermanent() {
    return permanent;
  }
}

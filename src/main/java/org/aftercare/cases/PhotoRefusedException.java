package org.aftercare.cases;

/** A photo cannot be kept. */
public class PhotoRefusedException extends RuntimeException {

  /** Why not. */
  public enum Reason {
    /** The bytes are no JPEG, PNG or WebP. */
    NOT_A_PHOTO,
    TOO_LARGE,
    TOO_MANY
  }

  private final Reason reason;

  PhotoRefusedException(Reason reason) {
    super("The photo cannot be kept: " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

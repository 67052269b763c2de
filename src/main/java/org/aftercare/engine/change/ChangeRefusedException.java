package org.aftercare.engine.change;

/** Nothing is changed; the message says to a person why. */
public class ChangeRefusedException extends RuntimeException {

  ChangeRefusedException(String message) {
    super(message);
  }
}

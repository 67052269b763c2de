package org.aftercare.modelling;

/** Nothing is to be shown under an address; the message says so to its reader. */
class NoSuchPageException extends RuntimeException {

  NoSuchPageException(String message) {
    super(message);
  }
}

package org.aftercare.systems.http;

/** A reply is not what the contract says. The message names fields and never what is in them. */
public final class BrokenContractException extends RuntimeException {

  BrokenContractException(String message) {
    super(message);
  }
}

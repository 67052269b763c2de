package org.aftercare.engine.contract;

/** A file is not the model that its name promises; the message says where. */
public class UnreadableModelException extends Exception {

  UnreadableModelException(String message) {
    super(message);
  }
}

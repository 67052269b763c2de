package org.aftercare.engine.access;

/** Nobody could log in to give others their rights, and nothing says who should. */
class NoAdministratorException extends RuntimeException {

  NoAdministratorException(String reason) {
    super(reason);
  }
}

package org.aftercare.engine.access;

/** Production was pointed at a database that a demo has used: everybody knows its passwords. */
class DemoDatabaseException extends RuntimeException {

  DemoDatabaseException() {
    super("This database holds the demo's people, whose password is public.");
  }
}

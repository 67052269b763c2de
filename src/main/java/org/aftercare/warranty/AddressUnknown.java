package org.aftercare.warranty;

import org.camunda.bpm.engine.delegate.BpmnError;

/**
 * The carrier does not know a customer's address: a person clarifies it, and the step is made
 * again.
 */
final class AddressUnknown {

  /** As the models catch it. */
  static final String CODE = "ADDRESS_UNKNOWN";

  private AddressUnknown() {}

  static BpmnError error() {
    return new BpmnError(CODE);
  }
}

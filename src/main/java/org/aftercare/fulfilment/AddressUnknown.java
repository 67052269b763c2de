package org.aftercare.fulfilment;

import org.camunda.bpm.engine.delegate.BpmnError;

/**
 * The carrier does not know a customer's address: a person clarifies it, and the step is made
 * again.
 */
public final class AddressUnknown {

  /** As the models catch it. */
  public static final String CODE = "ADDRESS_UNKNOWN";

  private AddressUnknown() {}

  public static BpmnError error() {
    return new BpmnError(CODE);
  }
}

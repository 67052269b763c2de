package org.aftercare.engine.contract;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * A deployment is refused; the message holds every finding, one a line. Over REST it is answered
 * with status 400.
 */
class ModelContractException extends BadUserRequestException {

  ModelContractException(String message) {
    super(message);
  }
}

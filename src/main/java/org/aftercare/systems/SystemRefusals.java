package org.aftercare.systems;

import org.aftercare.engine.BusinessRefusal;
import org.springframework.stereotype.Component;

/** Lets a recorded refusal be thrown again as what it was. */
@Component
class SystemRefusals implements BusinessRefusal.Factory {

  @Override
  public RuntimeException refusal(String system, String code) {
    return new SystemRefusalException(system, code);
  }
}

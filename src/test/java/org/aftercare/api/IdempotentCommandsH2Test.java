package org.aftercare.api;

import org.aftercare.testing.TestDatabase;

class IdempotentCommandsH2Test extends IdempotentCommandsContract {

  IdempotentCommandsH2Test() {
    super(TestDatabase.Kind.H2);
  }
}

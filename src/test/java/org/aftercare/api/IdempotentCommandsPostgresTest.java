package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aftercare.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class IdempotentCommandsPostgresTest extends IdempotentCommandsContract {

  IdempotentCommandsPostgresTest() {
    super(TestDatabase.Kind.POSTGRESQL);
  }

  @Test
  void fiftyAtOnceAtThreeNodesAreCarriedOutOnce() throws Exception {
    assertThat(atOnce(List.of(node(), anotherNode(), anotherNode()))).hasSize(1);
    assertThat(things()).hasSize(1);
  }
}

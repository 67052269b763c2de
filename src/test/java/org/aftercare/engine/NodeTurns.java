package org.aftercare.engine;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The turns at housework of a node that a test puts together by hand. */
public final class NodeTurns {

  private NodeTurns() {}

  public static HouseworkTurns of(JdbcClient jdbc, Clock clock) {
    return new HouseworkTurns(jdbc, clock);
  }
}

package org.aftercare.notifications;

import javax.sql.DataSource;

class PostgresOutboxRelayTest extends OutboxRelayContract {

  @Override
  DataSource database() {
    return TestDatabases.postgres();
  }
}

package org.aftercare.notifications;

import javax.sql.DataSource;

class H2OutboxRelayTest extends OutboxRelayContract {

  @Override
  DataSource database() {
    return TestDatabases.h2();
  }
}

package org.aftercare.customers;

import org.aftercare.testing.TestDatabase;

class StoredCustomersPostgresTest extends StoredCustomersTest {

  @Override
  TestDatabase.Kind kind() {
    return TestDatabase.Kind.POSTGRESQL;
  }
}

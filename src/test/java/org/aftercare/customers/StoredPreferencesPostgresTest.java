package org.aftercare.customers;

import org.aftercare.testing.TestDatabase;

class StoredPreferencesPostgresTest extends StoredPreferencesTest {

  @Override
  TestDatabase.Kind kind() {
    return TestDatabase.Kind.POSTGRESQL;
  }
}

package org.aftercare.engine;

import org.aftercare.testing.TestDatabase;

@TestDatabase(TestDatabase.Kind.POSTGRESQL)
class JdbcRemoteCallsPostgresTest extends JdbcRemoteCallsTest {}

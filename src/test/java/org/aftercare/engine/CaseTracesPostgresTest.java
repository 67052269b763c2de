package org.aftercare.engine;

import org.aftercare.testing.TestDatabase;

@TestDatabase(TestDatabase.Kind.POSTGRESQL)
class CaseTracesPostgresTest extends CaseTracesTest {}

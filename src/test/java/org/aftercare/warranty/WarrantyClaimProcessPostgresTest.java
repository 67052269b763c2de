package org.aftercare.warranty;

import org.aftercare.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;

/** The whole claim's process test once more, on PostgreSQL. */
@DisplayName("Warranty claim on PostgreSQL")
@TestDatabase(TestDatabase.Kind.POSTGRESQL)
class WarrantyClaimProcessPostgresTest extends WarrantyClaimProcessTest {}

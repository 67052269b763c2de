/** Closes what the engine leaves open: expressions, queries, scripts, serialized objects. */
package org.aftercare.engine.guard;

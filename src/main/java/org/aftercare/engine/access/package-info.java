/**
 * Who may log in to the engine and what they may do there: groups, people, authorizations, filters.
 */
package org.aftercare.engine.access;

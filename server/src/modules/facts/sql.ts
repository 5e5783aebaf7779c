import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

export interface SubjectRow {
  id: string
  about: 'member' | 'unit'
  name: string
  unitId: string
  unitName: string
  /** The caller's office lies over the unit. */
  office: boolean
}

/** A person or unit in the caller's view; undefined when there is none. */
export const subjectById = async (tx: Tx, authorityId: string, id: string): Promise<SubjectRow | undefined> =>
  (
    await sql<SubjectRow>`select id, about, name, unit_id as "unitId", unit_name as "unitName", office from facts_subject(${authorityId}, ${id})`.execute(
      tx,
    )
  ).rows[0]

export interface Listed {
  id: string
  about: 'member' | 'branch' | 'organ'
  code: string
  name: string
  unitId: string
  branch: string
  organ: string
  organClass: string | null
}

/** Everybody and everything in view that facts can be about. */
export const listSubjects = async (tx: Tx, authorityId: string): Promise<Listed[]> =>
  (
    await sql<Listed>`select id, about, code, name, unit_id as "unitId", branch, organ, organ_class as "organClass" from facts_subjects(${authorityId}) order by about, code, id`.execute(
      tx,
    )
  ).rows

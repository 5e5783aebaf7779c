-- Tables may not refer to each other in a circle, or no order would restore them. Tasks are never deleted, and issuing checks the one named.
alter table supervision_list drop constraint supervision_list_authority_id_of_task_id_fkey;

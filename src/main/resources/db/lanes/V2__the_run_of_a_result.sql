-- Which run a result was made of: a shared one is kept, and shown to strangers. Unknown of results shared before.
alter table result add column run_id varchar(64);

create index result_by_run on result (run_id);

-- A run from the moment it is asked for. What people look for has a column; the rest is in its documents.
create table run (
    id varchar(64) primary key,
    server varchar(100) not null,
    experiment varchar(100) not null,
    title varchar(1000) not null,
    state varchar(20) not null,
    effort varchar(20) not null,
    created_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    machine varchar(1000),
    headline varchar(4000)
);

create index run_by_time on run (created_at);
create index run_by_experiment on run (experiment, created_at);
create index run_by_state on run (state, server);

-- Apart from the run, so that a search does not read them. Each is gzip.
create table run_document (
    run_id varchar(64) primary key references run (id) on delete cascade,
    run ${bytes} not null,
    experiment ${bytes} not null,
    jmh ${bytes},
    events ${bytes}
);

-- A result that somebody has shared. Where it is gone, its document is, too.
create table result (
    id varchar(32) primary key,
    document ${bytes},
    secret_hash varchar(64) not null,
    shared_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    gone_at timestamp with time zone
);

create index result_by_expiry on result (expires_at);

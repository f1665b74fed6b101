-- A store of schema 0001, as SQLite dumps it. Never change this file: it stands for stores that people have.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE draft_revisions (
	id VARCHAR(16) NOT NULL, 
	number INTEGER NOT NULL, 
	parent INTEGER, 
	made_at DATETIME NOT NULL, 
	change TEXT NOT NULL, 
	refused BOOLEAN NOT NULL, 
	gaps INTEGER, 
	content TEXT NOT NULL, 
	PRIMARY KEY (id, number), 
	FOREIGN KEY(id, parent) REFERENCES draft_revisions (id, number), 
	FOREIGN KEY(id) REFERENCES drafts (id)
);
INSERT INTO "draft_revisions" VALUES('bCxAyJYO1cgohW6H',1,NULL,'2026-03-02 09:04:00.000000','Created',0,2,'{"version":1,"edition":"2026-08","level":"lead","wording":"official","documents":["private-advert","university-nhs"],"confidential":true,"organisation":{"name":"Harbour Mutual","sector":"regulated-finance","staff":"about 1900","about":"Owned by its members.\nAll 640,000 of them.","benefits":["30 days'' leave","\u00a3500 to learn with"],"mailboxes":{"questions":{"email":"jobs@harbour.example"}}},"organisation-from":{"id":"0123456789abcdef","revision":3},"post":{"title":"Chief \u201cinformation\u201d security officer \u2013 100% \\ _ '' \" ; --","pay":{"minimum":"\u00a3105k","maximum":"ask the manager"},"location":["Leeds",{"town":"Caerdydd"}],"welcome":"\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd \ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb e\u0301 \u202eabc\u202c","odd":["\u0000","\ud800","\ufffe",1,true,1.5,null]},"choose":{"include":["ciso.duty.1"],"exclude":["ciso.duty.2"],"star":["ciso.duty.1"],"statements":[]},"criteria":[{"id":"ciso.duty.1","statement":"ciso.duty.1","need":"essential","assessed":["A","I"],"why":"policy"}],"edits":{"ciso.duty.1":[{"text":"Lead.","base":{"wording":"plain","edition":"2026-08","text":"Leads."}},{"text":"Lead us.","origin":"model","document":"private-advert"}]},"own":[{"id":"own.2","text":"Chair the forum."}],"kept":[{"rule":"years","on":"own.2","match":"ten years","reason":"law"}]}');
INSERT INTO "draft_revisions" VALUES('bCxAyJYO1cgohW6H',2,1,'2026-03-02 09:05:00.000000','Title',0,NULL,'{"version":1,"organisation":{"name":"Harbour Mutual"},"post":{"title":"Two"}}');
INSERT INTO "draft_revisions" VALUES('bCxAyJYO1cgohW6H',3,1,'2026-03-02 09:06:00.000000','Title',1,NULL,'{"version":1,"organisation":{"name":"Harbour Mutual"},"post":{"title":"Three"}}');
INSERT INTO "draft_revisions" VALUES('5P5kGOFskpyoVlN5',1,NULL,'2026-03-02 09:07:00.000000','Created',0,NULL,'{"version":1,"organisation":{"name":"Harbour Mutual"},"post":{"title":"Chief information security officer"}}');
CREATE TABLE drafts (
	id VARCHAR(16) NOT NULL, 
	number INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	edited_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	title TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	role TEXT NOT NULL, 
	gaps INTEGER, 
	organisation_id TEXT, 
	organisation_revision INTEGER, 
	search TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "drafts" VALUES('bCxAyJYO1cgohW6H',2,'2026-03-02 09:04:00.000000','2026-03-02 09:05:00.000000',NULL,'Two','Harbour Mutual','ciso',NULL,NULL,NULL,'two harbour mutual ciso');
INSERT INTO "drafts" VALUES('5P5kGOFskpyoVlN5',1,'2026-03-02 09:07:00.000000','2026-03-02 09:07:00.000000','2026-03-02 09:08:00.000000','Chief information security officer','Harbour Mutual','ciso',NULL,NULL,NULL,'chief information security officer harbour mutual ciso');
CREATE TABLE organisation_revisions (
	id VARCHAR(16) NOT NULL, 
	number INTEGER NOT NULL, 
	parent INTEGER, 
	made_at DATETIME NOT NULL, 
	change TEXT NOT NULL, 
	refused BOOLEAN NOT NULL, 
	content TEXT NOT NULL, 
	PRIMARY KEY (id, number), 
	FOREIGN KEY(id, parent) REFERENCES organisation_revisions (id, number), 
	FOREIGN KEY(id) REFERENCES organisations (id)
);
INSERT INTO "organisation_revisions" VALUES('ISi2awQoqMRyIgNK',1,NULL,'2026-03-02 09:02:00.000000','Created',0,'{"name":"Harbour Mutual","sector":"regulated-finance","staff":"about 1900","about":"Owned by its members.\nAll 640,000 of them.","benefits":["30 days'' leave","\u00a3500 to learn with"],"mailboxes":{"questions":{"email":"jobs@harbour.example"}}}');
INSERT INTO "organisation_revisions" VALUES('ISi2awQoqMRyIgNK',2,1,'2026-03-02 09:03:00.000000','Name',0,'{"name":"Harbour"}');
CREATE TABLE organisations (
	id VARCHAR(16) NOT NULL, 
	number INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	edited_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	name TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "organisations" VALUES('ISi2awQoqMRyIgNK',2,'2026-03-02 09:02:00.000000','2026-03-02 09:03:00.000000',NULL,'Harbour');
CREATE INDEX ix_organisations_edited_at ON organisations (edited_at);
CREATE INDEX ix_organisation_revisions_parent ON organisation_revisions (id, parent);
CREATE INDEX ix_drafts_edited_at ON drafts (edited_at);
CREATE INDEX ix_drafts_organisation_id ON drafts (organisation_id);
CREATE INDEX ix_draft_revisions_parent ON draft_revisions (id, parent);
COMMIT;

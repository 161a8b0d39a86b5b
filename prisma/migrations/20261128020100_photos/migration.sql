-- Asked with every face that is shown: whose is it? And nobody shares one.
CREATE UNIQUE INDEX "person_by_photo" ON "person"("photo_file_id");

console.log("t2m postinstall");
